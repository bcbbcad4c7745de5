import { serveReplications } from '@hallsim/experiment';

serveReplications(self);
