namespace Campaigns.Demo;

/// <summary>Tells the reader what happens.</summary>
internal static class Screen
{
    private static int step;

    /// <summary>A new step begins.</summary>
    public static void Step(string what) => Console.WriteLine($"\n{++step}. {what}");

    /// <summary>Something about the step at hand.</summary>
    public static void Say(string what)
    {
        foreach (var line in what.Split('\n'))
            Console.WriteLine($"   {line}");
    }
}
