-- Whoever follows the publications of a campaign asks which they are: only the first event of each names the campaign.
create index history_a_of_campaigns_publications on read.history_a (tenant, campaign, aggregate)
  where kind = 'publication' and campaign is not null;
create index history_b_of_campaigns_publications on read.history_b (tenant, campaign, aggregate)
  where kind = 'publication' and campaign is not null;
