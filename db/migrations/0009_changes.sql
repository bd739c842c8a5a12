-- Whoever follows the publications of a campaign asks which they are: only the first event of each names the campaign.
create index history_of_campaigns_publications on read.history (tenant, campaign, aggregate)
  where kind = 'publication' and campaign is not null;
