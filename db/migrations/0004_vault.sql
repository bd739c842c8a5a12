-- Providers' tokens, encrypted by the program: who reads this table reads nothing. Backups leave it out.

create table vault.tokens (
  tenant     text        not null,
  name       uuid        not null,
  key_id     text        not null, -- which master key: another one cannot open the row, and says so
  nonce      bytea       not null check (octet_length(nonce) = 12),
  ciphertext bytea       not null, -- AES-256-GCM, its tag at the end; bound to tenant and name
  created_at timestamptz not null,
  primary key (tenant, name)
);

grant select, insert, update, delete on vault.tokens to campaigns_silo;

-- The silo acts for every tenant; nobody else sees a row, whatever they may be granted one day.
alter table vault.tokens enable row level security;
create policy silo on vault.tokens to campaigns_silo using (true) with check (true);
