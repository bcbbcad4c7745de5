// Workspace packages are read from their sources: no build before a test or a development server.
export const source = '@hallsim/source';
export const nodeConditions = [source, 'module', 'node', 'development|production'];
