# The images of this project: `silo` (the default; it serves, migrates and asks after itself) and `sandbox` (the outside world,
# simulated). Both run as a user without rights, and need nothing writable but the volume named below and a /tmp in memory.

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true

# What decides the packages, before the code: they are fetched again only when one of these changes. Versions and hashes are those of
# the lock files, or the build stops.
COPY global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY db/Campaigns.Database.csproj db/packages.lock.json db/
COPY src/Api/Campaigns.Api.csproj src/Api/packages.lock.json src/Api/
COPY src/Domain/Campaigns.Domain.csproj src/Domain/packages.lock.json src/Domain/
COPY src/EventStore/Campaigns.EventStore.csproj src/EventStore/packages.lock.json src/EventStore/
COPY src/Grains/Campaigns.Grains.csproj src/Grains/packages.lock.json src/Grains/
COPY src/Integrations/Campaigns.Integrations.csproj src/Integrations/packages.lock.json src/Integrations/
COPY src/Keys/Campaigns.Keys.csproj src/Keys/packages.lock.json src/Keys/
COPY src/Projections/Campaigns.Projections.csproj src/Projections/packages.lock.json src/Projections/
COPY src/Sandbox/Campaigns.Sandbox.csproj src/Sandbox/packages.lock.json src/Sandbox/
COPY src/Silo/Campaigns.Silo.csproj src/Silo/packages.lock.json src/Silo/
RUN dotnet restore src/Silo --locked-mode && dotnet restore src/Sandbox --locked-mode

COPY db db
COPY src src

# Native libraries come for every system there is; these images are for two of them.
FROM build AS publish-silo
RUN dotnet publish src/Silo -c Release --no-restore -o /app \
 && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name linux-arm64 -exec rm -rf {} +

FROM build AS publish-sandbox
RUN dotnet publish src/Sandbox -c Release --no-restore -o /app \
 && find /app/runtimes -mindepth 1 -maxdepth 1 ! -name linux-x64 ! -name linux-arm64 -exec rm -rf {} +

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# No socket for debuggers, and no address until told.
ENV DOTNET_EnableDiagnostics=0 ASPNETCORE_HTTP_PORTS=
WORKDIR /app
# A new volume takes over the owner of the folder that it is laid over.
RUN install -d -o $APP_UID -g $APP_UID /var/lib/campaigns

FROM runtime AS sandbox
COPY --from=publish-sandbox /app .
USER $APP_UID
VOLUME /var/lib/campaigns
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 CMD ["./campaigns-sandbox", "get", "/health"]
ENTRYPOINT ["./campaigns-sandbox"]
CMD ["--urls", "http://127.0.0.1:5090", "--data", "/var/lib/campaigns"]

FROM runtime AS silo
COPY --from=publish-silo /app .
USER $APP_UID
ENV ASPNETCORE_URLS=http://+:5080 CAMPAIGNS_MEDIA_DIR=/var/lib/campaigns
EXPOSE 5080
VOLUME /var/lib/campaigns
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["./campaigns-silo", "health"]
ENTRYPOINT ["./campaigns-silo"]
