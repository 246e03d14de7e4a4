/** The `msig` command line. One file a subcommand in `cli/`, one line each here. */
import { run } from './cli/run.ts';

await run(process.argv.slice(2));
