// The parts that a report run passes through, each of which a test may start, stop, double or leave out.
import { startApi } from '@finsam/api';
import { groups, type Installation, openInstallation } from '@finsam/assembly';
import { type AssociationDatabase, associationIdOf, type Config, openWorker, type Projector } from '@finsam/platform';
import { type TestDatabase, testDatabase } from '@finsam/platform/testing';
import { startProjector } from '@finsam/projector';
import { REPORT_QUEUE, workReport } from '@finsam/reporting';
import { startWorker } from '@finsam/worker';
import { tmpdir } from 'node:os';
import { pino } from 'pino';
