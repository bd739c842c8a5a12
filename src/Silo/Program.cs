return await Campaigns.Silo.Verbs.CommandLine.Run(args);
