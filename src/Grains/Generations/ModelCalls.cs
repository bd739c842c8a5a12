using System.Diagnostics;
using Campaigns.Domain;
using Campaigns.Domain.Campaigns;
using Campaigns.Domain.Generations;
using Campaigns.Domain.Ledgers;
using Campaigns.Domain.Media;
using Campaigns.Domain.Tenants;
using Campaigns.Integrations;
using Campaigns.Integrations.Media;
using Campaigns.Integrations.Models;

namespace Campaigns.Grains.Generations;

/// <summary>Makes one call to a model, keeps the file that came of it, and says how it ended.</summary>
internal sealed class ModelCalls(Models models, IWritingDesk desk, IMediaStore store, IReferencePictures pictures, TimeProvider clock)
{
    private const int MostTries = 3;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(2);

    public async Task<CallNews> Write(GenerationJob job, ModelChoice model, FaultyAnswer? mend, TenantId tenant, CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        var ask = desk.Ask(job, mend);
        if (job is GenerationJob.Rewrite { Picture: { } picture })
        {
            var read = await pictures.Read(tenant, picture, ct);
            if (read is not Reply<ReferencePicture>.Done { Value: var seen })
                return Ended(No(read), model.Model, MeasuredUsage.None, since);
            ask = ask with { Pictures = [seen] };
        }
        if (job is GenerationJob.Text { Order.References: { Count: > 0 } references })
        {
            var (all, no) = await Read(tenant, references, ct);
            if (no is not null)
                return Ended(no, model.Model, MeasuredUsage.None, since);
            ask = ask with { Pictures = all };
        }
        var answer = await models.Text(model)!.Write(model.Model, ask, ct);
        if (answer.Reply is not Reply<string>.Done { Value: var json })
            return Ended(No(answer.Reply), answer.Model, answer.Usage, since, answer.RequestId);
        var reading = desk.Read(job, json, model with { Model = answer.Model }, mend);
        return Ended(
            new(OutcomeClasses.Done, null, null),
            answer.Model,
            answer.Usage,
            since,
            answer.RequestId,
            end => end with { Result = reading.Result, Faulty = reading.Faulty }
        );
    }

    public async Task<CallNews> Make(GenerationJob job, ModelChoice model, TenantId tenant, CancellationToken ct)
    {
        var since = clock.GetTimestamp();
        var (request, no) = await Request(job, tenant, ct);
        if (request is null)
            return Ended(no!, model.Model, MeasuredUsage.None, since);
        var provider = models.Media(model, job.Needs)!;
        return await Heard(job, model, provider, await provider.Begin(model.Model, request, ct), tenant, since, isThereStill: false, ct);
    }

    /// <summary>How an operation stands; a failure to look is no failure of the operation.</summary>
    public async Task<CallNews> Look(
        GenerationJob job,
        OpenAttempt open,
        ModelChoice model,
        string operation,
        TenantId tenant,
        CancellationToken ct
    )
    {
        var since = clock.GetTimestamp() - (long)((clock.GetUtcNow() - open.Since).TotalSeconds * clock.TimestampFrequency);
        var provider = models.Media(model, job.Needs)!;
        var answer = await provider.Look(model.Model, operation, ct);
        switch (answer.Reply)
        {
            case Reply<MediaWork>.Busy busy:
                return new CallNews.NotSeen(busy.RetryAfter);
            case Reply<MediaWork>.Unclear:
                return new CallNews.NotSeen(null);
        }
        answer = answer with { RequestId = answer.RequestId ?? open.RequestId };
        return await Heard(job, model, provider, answer, tenant, since, isThereStill: true, ct);
    }

    public async Task Cancel(GenerationJob job, ModelChoice model, string operation, CancellationToken ct)
    {
        if (models.Media(model, job.Needs) is { } provider)
            await provider.Cancel(model.Model, operation, ct);
    }

    private async Task<CallNews> Heard(
        GenerationJob job,
        ModelChoice model,
        IMediaModels provider,
        Attempted<MediaWork> answer,
        TenantId tenant,
        long since,
        bool isThereStill,
        CancellationToken ct
    )
    {
        if (answer.Reply is not Reply<MediaWork>.Done { Value: var work })
            return Ended(No(answer.Reply), answer.Model, answer.Usage, since, answer.RequestId);
        if (work is MediaWork.Going going)
            return new CallNews.Going(going.Operation, going.Progress, answer.RequestId);
        var kept = work is MediaWork.Here here
            ? await Keep(job, here, tenant, ct)
            : await Keep(job, (MediaWork.There)work, provider, tenant, ct);
        // It is paid for, and can be had of the provider for hours: no other is made because ours cannot be kept, or theirs not be read, just now.
        if (isThereStill && kept is not (Reply<MediaAsset>.Done or Reply<MediaAsset>.Rejected))
            return new CallNews.NotSeen((kept as Reply<MediaAsset>.Busy)?.RetryAfter);
        if (kept is not Reply<MediaAsset>.Done { Value: var asset })
            // What was made is paid for all the same; another making may come out better.
            return Ended(Unkept(kept), answer.Model, answer.Usage, since, answer.RequestId);
        var version = job is GenerationJob.Image image ? desk.Picture(image).Version : $"{job.Operation}.v1";
        var madeBy = new Provenance(model.Provider, answer.Model, version);
        var made = new GenerationResult.Picture(asset with { MadeBy = madeBy }, madeBy);
        return Ended(
            new(OutcomeClasses.Done, null, null),
            answer.Model,
            answer.Usage,
            since,
            answer.RequestId,
            end => end with { Result = made }
        );
    }

    private async Task<Reply<MediaAsset>> Keep(GenerationJob job, MediaWork.Here here, TenantId tenant, CancellationToken ct)
    {
        // It is paid for, and is nowhere but here.
        return await Tried(
            async () =>
            {
                if (job is not GenerationJob.Video)
                    return await KeepWhole(job, here.Bytes, tenant, ct);
                await using var content = new MemoryStream(here.Bytes.ToArray(), writable: false);
                return await store.KeepVideo(tenant, content, ct);
            },
            ct
        );
    }

    private async Task<Reply<MediaAsset>> Keep(
        GenerationJob job,
        MediaWork.There there,
        IMediaModels provider,
        TenantId tenant,
        CancellationToken ct
    )
    {
        // It is paid for: a download that fails is tried again before the making is.
        var opened = await Tried(() => provider.Open(there.Address, ct), ct);
        if (opened is not Reply<Stream>.Done { Value: var content })
            return opened.Map<MediaAsset>(_ => throw new UnreachableException());
        await using (content)
        {
            if (job is GenerationJob.Video)
                return await store.KeepVideo(tenant, content, ct); // as it comes: never the whole of it in memory
            return await Whole(content, job is GenerationJob.Speech ? MediaOptions.LargestSound : MediaOptions.LargestFile, ct) is { } whole
                ? await KeepWhole(job, whole, tenant, ct)
                : new Reply<MediaAsset>.Rejected(new(ProblemClass.ContentRejected, "too_large", "What was made is larger than is kept."));
        }
    }

    /// <summary>All that comes; null when it is more than is taken: a provider's address may lead to a file without end.</summary>
    private static async Task<ReadOnlyMemory<byte>?> Whole(Stream content, int most, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var piece = new byte[64 * 1024];
        while (await content.ReadAsync(piece, ct) is var read and > 0)
        {
            if (whole.Length + read > most)
                return null;
            whole.Write(piece, 0, read);
        }
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    private async Task<Reply<T>> Tried<T>(Func<Task<Reply<T>>> what, CancellationToken ct)
    {
        var reply = await what();
        for (var tries = 1; reply is not (Reply<T>.Done or Reply<T>.Rejected) && tries < MostTries; tries++)
        {
            await Task.Delay(BetweenTries, clock, ct);
            reply = await what();
        }
        return reply;
    }

    private Task<Reply<MediaAsset>> KeepWhole(GenerationJob job, ReadOnlyMemory<byte> bytes, TenantId tenant, CancellationToken ct) =>
        job is GenerationJob.Speech ? store.KeepSound(tenant, bytes, ct) : store.Keep(tenant, bytes, ct);

    private async Task<(MediaRequest?, Ending?)> Request(GenerationJob job, TenantId tenant, CancellationToken ct)
    {
        switch (job)
        {
            case GenerationJob.Image image:
                var (references, unread) = await Read(tenant, image.References ?? [], ct);
                return unread is not null
                    ? (null, unread)
                    : (new MediaRequest.Image(desk.Picture(image).Prompt, image.Ratio, references), null);
            case GenerationJob.Video video:
                var (frame, unseen) = await Read(tenant, video.FirstFrame is null ? [] : [video.FirstFrame], ct);
                return unseen is not null
                    ? (null, unseen)
                    : (new MediaRequest.Video(video.Prompt, video.Ratio, video.Seconds, frame.Count == 0 ? null : frame[0]), null);
            case GenerationJob.Speech speech:
                return (new MediaRequest.Speech(speech.Words, speech.Language, speech.Voice), null);
            default:
                throw new UnreachableException();
        }
    }

    private async Task<(IReadOnlyList<ReferencePicture>, Ending?)> Read(
        TenantId tenant,
        IReadOnlyList<PictureReference> references,
        CancellationToken ct
    )
    {
        var all = new List<ReferencePicture>();
        foreach (var reference in references)
        {
            var read = await pictures.Read(tenant, reference, ct);
            if (read is not Reply<ReferencePicture>.Done { Value: var picture })
                return ([], No(read));
            all.Add(picture);
        }
        return (all, null);
    }

    private CallNews.Over Ended(
        Ending how,
        string model,
        MeasuredUsage usage,
        long since,
        string? requestId = null,
        Func<AttemptEnd, AttemptEnd>? with = null
    )
    {
        var end = new AttemptEnd(how.Class, model, usage, clock.GetElapsedTime(since), requestId, how.Problem, how.Wish);
        return new(with is null ? end : with(end));
    }

    private static Ending Unkept(Reply<MediaAsset> kept) =>
        No(kept) is { Problem.Class: ProblemClass.ContentRejected } no
            ? no with
            {
                Class = OutcomeClasses.Broken,
                Problem = no.Problem! with { Class = ProblemClass.OutputUnusable },
            }
            : No(kept);

    private static Ending No<T>(Reply<T> reply) =>
        reply switch
        {
            Reply<T>.Busy busy => new(OutcomeClasses.Busy, busy.Problem, busy.RetryAfter),
            Reply<T>.Rejected rejected => new(OutcomeClasses.Rejected, rejected.Problem, null),
            Reply<T>.Broken broken => new(OutcomeClasses.Broken, broken.Problem, null),
            Reply<T>.Unclear unclear => new(OutcomeClasses.Unclear, unclear.Problem, null),
            _ => throw new UnreachableException(),
        };

    private sealed record Ending(string Class, Problem? Problem, TimeSpan? Wish);
}
