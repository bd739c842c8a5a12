// node run.mjs FILE SANDBOX PICTURES: runs the file's cases in turn; each prints one line, {"name", "error"}, error null when it holds.
const [file, sandbox, pictures] = process.argv.slice(2);

/** Sets a fault. */
const fault = async (body) => {
  const reply = await fetch(`${sandbox}/_faults`, { method: 'POST', body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(await reply.text());
};

for (const [name, run] of Object.entries((await import(`./${file}`)).default)) {
  const error = await run({ sandbox, pictures, fault }).then(() => null, (e) => e.stack ?? String(e));
  console.log(JSON.stringify({ name, error }));
}
process.exit(0); // a client may hold its event stream open
