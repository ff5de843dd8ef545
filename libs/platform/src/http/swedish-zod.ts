// What zod says of a field is read by people, too. Wherever a schema is asked, this has been loaded.
import { config } from 'zod';
import { sv } from 'zod/locales';

config(sv());
