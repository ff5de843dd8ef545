// docker-compose.yml and the Dockerfile, read as data: no engine is needed to see that they hold together.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly restart?: string;
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
}

const KNOWN_KEYS = new Set(
  (
    'annotations attach blkio_config build cap_add cap_drop cgroup cgroup_parent command configs ' +
    'container_name cpu_count cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpu_shares cpus ' +
    'cpuset credential_spec depends_on deploy develop device_cgroup_rules devices dns dns_opt dns_search ' +
    'domainname entrypoint env_file environment expose extends external_links extra_hosts gpus group_add ' +
    'healthcheck hostname image init ipc isolation label_file labels links logging mac_address mem_limit ' +
    'mem_reservation mem_swappiness memswap_limit models network_mode networks oom_kill_disable oom_score_adj ' +
    'pid pids_limit platform ports post_start pre_stop privileged profiles provider pull_policy ' +
    'pull_refresh_after read_only restart runtime scale secrets security_opt shm_size stdin_open ' +
    'stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits use_api_socket user userns_mode uts ' +
    'volumes volumes_from working_dir'
  ).split(' '),
);

const root = join(__dirname, '../../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services as Record<string, Service>);
const service = (name: string) => (compose.services as Record<string, Service>)[name];
const ours = services.filter(([, { build }]) => build);

it('has the servers, the migration and the three processes', () => {
  const names = services.map(([name]) => name).sort();
  expect(names).toEqual(['api', 'kurrentdb', 'migrate', 'postgres', 'projector', 'redis', 'worker']);
  expect(ours.map(([name]) => name).sort()).toEqual(['api', 'migrate', 'projector', 'worker']);
});

it.each(services)('%s has only keys that compose knows', (_name, definition) => {
  expect(Object.keys(definition).filter((key) => !KNOWN_KEYS.has(key))).toEqual([]);
});

it.each(services)('%s has a pinned image', (_name, { image }) => {
  expect(image).toMatch(/^[\w./-]+:(?:\$\{\w+:-)?\d+\.\d+[\w.-]*\}?$/);
});

it('has PostgreSQL 18 and Redis 7, and starts KurrentDB only when asked', () => {
  expect(service('postgres')?.image).toMatch(/^postgres:18\./);
  expect(service('redis')?.image).toMatch(/^redis:7\./);
  expect(service('redis')?.command?.join(' ')).toContain('appendonly yes');
  expect(service('kurrentdb')).toHaveProperty('profiles', ['kurrentdb']);
});

it.each(services)('%s waits only for what can be waited for', (_name, { depends_on = {} }) => {
  for (const [name, { condition }] of Object.entries(depends_on)) {
    const awaited = service(name);
    expect(awaited).toBeDefined();
    if (condition === 'service_healthy') expect(awaited?.healthcheck).toBeDefined();
    else expect([condition, awaited?.restart]).toEqual(['service_completed_successfully', 'no']);
  }
});

it.each(ours.filter(([name]) => name !== 'migrate'))('%s starts after the migration', (_name, definition) => {
  expect(definition.depends_on).toHaveProperty('migrate.condition', 'service_completed_successfully');
});

it.each(services)('%s is reached from this machine only', (_name, { ports = [] }) => {
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

it.each(services)('%s comes back by itself, unless it runs once', (name, { restart }) => {
  expect(restart).toBe(name === 'migrate' ? 'no' : 'unless-stopped');
});

it.each(services)('%s holds no secret: each must be given, or nothing starts', (_name, { environment = {} }) => {
  for (const [key, value] of Object.entries(environment)) {
    const secret = /PASSWORD|SECRET|TOKEN/.test(key) ? value : /:\/\/[^/@:]*:([^/@]*)@/.exec(value ?? '')?.[1];
    if (secret !== undefined) expect([key, secret]).toEqual([key, expect.stringMatching(/^\$\{\w+:\?[^}]+\}$/)]);
  }
});

it('gives the owner of the database to the migration alone', () => {
  const holders = services.filter(([, { environment = {} }]) => environment['DATABASE_URL']?.includes('@'));
  expect(holders.map(([name]) => name)).toEqual(['migrate']);
});

it('asks the api whether it is ready, and opens it to the container only with a secret', () => {
  expect(service('api')?.healthcheck?.test.join(' ')).toContain('/health/ready');
  expect(service('api')?.environment).toMatchObject({ FINSAM_HOST: '0.0.0.0', FINSAM_SECRET: expect.any(String) });
});

it.each(services)('%s keeps its data in a declared volume', (_name, { volumes = [] }) => {
  for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '');
});

it.each(ours)('%s starts a program of ours', (_name, { build, command }) => {
  expect(existsSync(join(root, build?.dockerfile ?? ''))).toBe(true);
  expect(command?.[0]).toBe('node');
  const [, app] = /^apps\/(\w+)\/(?:dist\/main\.js|bin\/finsam\.cjs)$/.exec(command?.[1] ?? '') ?? [];
  expect(existsSync(join(root, 'apps', app ?? 'none', 'package.json'))).toBe(true);
});

it('builds an image that runs as nobody special and carries no tools', () => {
  const stages = read('infra/docker/Dockerfile').split(/^FROM /m);
  const last = stages.at(-1) ?? '';
  expect(stages.length).toBeGreaterThan(2);
  expect(last).toContain('npm ci --omit=dev');
  expect(last).toMatch(/^ENV NODE_ENV=production$/m);
  expect(last.match(/^USER .*$/gm)?.at(-1)).toBe('USER node');
  expect(read('infra/docker/Dockerfile')).toMatch(/^ARG NODE_IMAGE=node:24-slim$/m);
});

it('sends no secret and nothing built to the builder', () => {
  const ignored = read('.dockerignore').split('\n');
  expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', '.finsam', '**/node_modules', '**/dist']));
});
