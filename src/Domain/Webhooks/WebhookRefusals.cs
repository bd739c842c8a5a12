namespace Campaigns.Domain.Webhooks;

/// <summary>Every "no" about webhooks.</summary>
public static class WebhookRefusals
{
    extension(Refusal)
    {
        /// <summary>The tenant has no such webhook.</summary>
        public static Refusal WebhookNotFound => new("webhook.not_found", "There is no such webhook.", "webhookId");

        /// <summary>The id is another webhook's.</summary>
        public static Refusal WebhookExists => new("webhook.exists", "There is a webhook of this id already.", "id");

        /// <summary>The tenant has as many as it may.</summary>
        public static Refusal TooManyWebhooks(int most) =>
            new("webhook.too_many", $"There are at most {most} webhooks; remove one that is not needed any more.");

        /// <summary>It is told nothing at present.</summary>
        public static Refusal WebhookDisabled => new("webhook.disabled", "The webhook is disabled; enable it first.", "webhookId");

        /// <summary>The address cannot be used.</summary>
        public static Refusal WebhookUrlMalformed(string why) => new("webhook.url_malformed", why, "url");

        /// <summary>A topic is named twice.</summary>
        public static Refusal WebhookTopicsMalformed =>
            new("webhook.topics_malformed", "Name each topic once, or none to hear of everything.", "topics");

        /// <summary>The former secret would be good for too long, or for less than nothing.</summary>
        public static Refusal WebhookOverlapMalformed =>
            new("webhook.overlap_malformed", "The former secret can stay good for nothing to 168 hours.", "keepFormerForHours");

        /// <summary>There is no such delivery.</summary>
        public static Refusal WebhookDeliveryNotFound =>
            new("webhook.delivery_not_found", "The webhook has no such delivery; they are kept for 30 days.", "deliveryId");
    }
}
