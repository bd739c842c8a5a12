using System.Reflection;
using Campaigns.Api.Auth;
using static Campaigns.Api.Auth.Permission;

namespace Campaigns.Api.Tests.Fields;

/// <summary>Every field against every role.</summary>
public sealed class A_role(FilledApi api) : IClassFixture<FilledApi>
{
    private static readonly string[] Known = ["admin", "member", "editor", "approver", "viewer", "org:stranger"];

    private static readonly Dictionary<string, Permission?> Queries = new()
    {
        ["me"] = null, // what anyone may ask
        ["node"] = View,
        ["campaign"] = View,
        ["campaigns"] = View,
        ["generation"] = View,
        ["generations"] = View,
        ["campaignAsOf"] = View,
        ["publication"] = View,
        ["publications"] = View,
        ["calendar"] = View,
        ["account"] = View,
        ["accounts"] = View,
        ["series"] = View,
        ["weeklySlots"] = View,
        ["nextFreeSlots"] = View,
        ["brand"] = View,
        ["brands"] = View,
        ["mediaAsset"] = View,
        ["mediaAssets"] = View,
        ["tenant"] = View,
        ["tenantAsOf"] = View,
        ["history"] = View,
        ["roles"] = View,
        ["members"] = View,
        ["serviceTokens"] = ManageTenant,
        ["webhookEndpoint"] = ManageWebhooks,
        ["webhookEndpoints"] = ManageWebhooks,
        ["webhookDeliveries"] = ManageWebhooks,
        ["aiUsage"] = ViewUsage,
        ["aiCall"] = ViewUsage,
        ["aiCalls"] = ViewUsage,
        ["aiBudget"] = ViewUsage,
        ["estimateGeneration"] = CreateCampaign,
    };

    private static readonly Dictionary<string, Permission?> Mutations = new()
    {
        ["createCampaign"] = CreateCampaign,
        ["writeCampaign"] = CreateCampaign,
        ["writeMissing"] = CreateCampaign,
        ["improveBrief"] = EditContent,
        ["regeneratePost"] = EditContent,
        ["captionPost"] = EditContent,
        ["changePicture"] = EditContent,
        ["remakePart"] = EditContent,
        ["chooseVariant"] = EditContent,
        ["retryGeneration"] = EditContent,
        ["cancelGeneration"] = EditContent,
        ["renameCampaign"] = EditContent,
        ["changeBrief"] = EditContent,
        ["addPost"] = EditContent,
        ["editPost"] = EditContent,
        ["removePost"] = EditContent,
        ["illustratePost"] = EditContent,
        ["attachMedia"] = EditContent,
        ["requestApproval"] = RequestApproval,
        ["approvePost"] = Approve,
        ["requestChanges"] = Approve,
        ["inviteReviewer"] = Approve,
        ["revokeInvite"] = Approve,
        ["commentOnPost"] = Comment,
        ["approvePublication"] = Approve,
        ["schedulePost"] = Schedule,
        ["scheduleIntoNextSlot"] = Schedule,
        ["scheduleSeries"] = Schedule,
        ["cancelSeries"] = Schedule,
        ["moveCampaign"] = Schedule,
        ["scheduleFromCsv"] = Schedule,
        ["setCampaignLatePolicy"] = Schedule,
        ["reschedulePublication"] = Schedule,
        ["cancelPublication"] = Schedule,
        ["decideLatePublication"] = Publish,
        ["publishPostNow"] = Publish,
        ["publishNow"] = Publish,
        ["holdPublication"] = Hold,
        ["releasePublication"] = Hold,
        ["holdAccount"] = Hold,
        ["releaseAccount"] = Hold,
        ["holdTenant"] = Hold,
        ["releaseTenant"] = Hold,
        ["connectInstagramAccount"] = ManageAccounts,
        ["disconnectAccount"] = ManageAccounts,
        ["setAccountPace"] = ManageAccounts,
        ["setWeeklySlots"] = ManageAccounts,
        ["createBrand"] = ManageBrand,
        ["updateBrand"] = ManageBrand,
        ["eraseTenant"] = EraseTenant,
        ["cancelTenantErasure"] = EraseTenant,
        ["addStyleReference"] = ManageBrand,
        ["removeStyleReference"] = ManageBrand,
        ["removeMedia"] = EditContent,
        ["setTenantZone"] = ManageTenant,
        ["setRolePermissions"] = ManageTenant,
        ["erasePerson"] = ManageTenant,
        ["createServiceToken"] = ManageTenant,
        ["revokeServiceToken"] = ManageTenant,
        ["setApprovalPolicy"] = ManageTenant,
        ["createWebhook"] = ManageWebhooks,
        ["updateWebhook"] = ManageWebhooks,
        ["rotateWebhookSecret"] = ManageWebhooks,
        ["disableWebhook"] = ManageWebhooks,
        ["enableWebhook"] = ManageWebhooks,
        ["removeWebhook"] = ManageWebhooks,
        ["testWebhook"] = ManageWebhooks,
        ["redeliverWebhook"] = ManageWebhooks,
        ["setLatePolicy"] = ManageTenant,
        ["setQuietHours"] = ManageTenant,
        ["setPace"] = ManageTenant,
        ["setAiLimits"] = ManageTenant,
        ["setCampaignAiLimits"] = ManageTenant,
        ["liftAiHold"] = ManageTenant,
        ["writeOffAiReservation"] = ManageTenant,
    };

    private static readonly Dictionary<string, Permission?> Subscriptions = new()
    {
        ["campaignChanged"] = View,
        ["postChanged"] = View,
        ["publicationChanged"] = View,
        ["generationChanged"] = View,
    };

    /// <summary>Fields of those who operate the system: no role in a tenant opens them.</summary>
    private static readonly string[] OperatorsQueries = ["operations", "operatorAiUsage", "operatorAiCalls"];

    private static readonly string[] OperatorsMutations = ["retryParkedEvents"];

    /// <summary>Fields of those who come by an invitation's link: no session opens them.</summary>
    private static readonly string[] ReviewersQueries = ["review"];

    private static readonly string[] ReviewersMutations = ["reviewApprove", "reviewRequestChanges", "reviewComment"];

    public static TheoryData<string, string> Operators =>
        [.. Known.SelectMany(role => OperatorsQueries.Concat(OperatorsMutations).Select(name => (role, name)))];

    public static TheoryData<string, string> Matrix =>
        [.. Known.SelectMany(role => Queries.Keys.Concat(Mutations.Keys).Concat(Subscriptions.Keys).Select(name => (role, name)))];

    [Fact]
    public void is_weighed_for_every_field_there_is()
    {
        Assert.Equal(FieldsOf(typeof(Query)), Queries.Keys.Concat(OperatorsQueries).Concat(ReviewersQueries).Order(StringComparer.Ordinal));
        Assert.Equal(
            FieldsOf(typeof(Mutation)),
            Mutations.Keys.Concat(OperatorsMutations).Concat(ReviewersMutations).Order(StringComparer.Ordinal)
        );
        Assert.Equal(FieldsOf(typeof(Subscription)), Subscriptions.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Matrix))]
    public async Task may_do_what_it_may_and_nothing_else(string role, string field)
    {
        var (operation, root, needed) =
            Queries.TryGetValue(field, out var toAsk) ? ("query", api.Schema.Query, toAsk)
            : Mutations.TryGetValue(field, out var toDo) ? ("mutation", api.Schema.Mutation!, toDo)
            : ("subscription", api.Schema.Subscription!, Subscriptions[field]);

        var reply = await api.Ask(Example.Of(operation, root.GetField(field)!), role: role);

        if (needed is not { } permission || Roles.PermissionsOf(role).Contains(permission))
            Assert.False(reply.HasErrors, reply.Json.ToString());
        else
            Assert.Equal(("FORBIDDEN", permission.Id()), (reply.Code, reply.Extensions.GetProperty("permission").GetString()));
    }

    [Theory, MemberData(nameof(Operators))]
    public async Task opens_no_operators_field(string role, string field)
    {
        var isMutation = OperatorsMutations.Contains(field);
        var root = isMutation ? api.Schema.Mutation! : api.Schema.Query;

        var reply = await api.Ask(Example.Of(isMutation ? "mutation" : "query", root.GetField(field)!), role: role);

        Assert.Equal(("FORBIDDEN", "system:operate"), (reply.Code, reply.Extensions.GetProperty("permission").GetString()));
    }

    [Theory, MemberData(nameof(Reviewers))]
    public async Task opens_no_reviewers_field(string field)
    {
        var isMutation = ReviewersMutations.Contains(field);
        var root = isMutation ? api.Schema.Mutation! : api.Schema.Query;

        Assert.Equal("NOT_FOUND", (await api.Ask(Example.Of(isMutation ? "mutation" : "query", root.GetField(field)!))).Code);
    }

    public static TheoryData<string> Reviewers => [.. ReviewersQueries.Concat(ReviewersMutations)];

    private static IEnumerable<string> FieldsOf(Type root) =>
        root.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => char.ToLowerInvariant(method.Name[0]) + method.Name[1..])
            .Order(StringComparer.Ordinal);
}
