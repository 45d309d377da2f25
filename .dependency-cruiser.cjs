/** Who may import whom: docs/architecture.md. `scripts/boundaries.ts` checks that modules really were read. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from, pathNot: '\\.test\\.tsx?$|/(fixtures|golden)/|^api/contract/|^cli/test/' }, to: { path: '^(api|schema|admin|cli|seeds|scripts|migrations|bench)/', pathNot: to } })

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'not-to-test', severity: 'error', from: { pathNot: '\\.test\\.tsx?$|^api/contract/|^(admin|cli)/test/|^browser/' }, to: { path: '\\.test\\.tsx?$' } },
    only('model-stands-alone', '^api/model/', '^api/model/', 'the declaration language knows nobody'),
    only('schema-declares', '^schema/', '^(schema/|api/model/)', 'declarations import #model and each other'),
    only('access-knows-the-model', '^api/access/', '^api/(access|model)/', ''),
    only('audit-is-told', '^api/audit/', '^api/(audit|access|model)/|^api/read/witness\\.ts$|^api/server/database/', ''),
    only('emit-knows-the-model', '^api/emit/', '^api/(emit|model|access)/|^api/write/types\\.ts$|^api/read/rootQuery\\.ts$', ''),
    only('read-knows-the-model', '^api/read/', '^api/(read|model|access)/|^api/write/types\\.ts$', ''),
    only('write-knows-the-model', '^api/write/', '^api/(write|model|access|crypto|mail)/|^api/read/rootQuery\\.ts$', ''),
    only('documents-are-a-door', '^api/documents/', '^api/(documents|model|access|read|ports|emit/shield)/|^api/emit/sql/announceChange\\.ts$|^api/server/(answer|report)\\.ts$|^api/server/(graphql|http|database)/', 'the doors stand beside that of /graphql and share its parts'),
    only('modules-do', '^api/modules/', '^(api/modules/|api/model/|schema/|api/write/types\\.ts$|api/read/rootQuery\\.ts$|api/ports/|api/access/)', ''),
    only('admin-is-a-client', '^admin/', '^admin/', 'the back office knows the API only through GraphQL'),
    only('cli-is-a-client', '^cli/', '^cli/', 'the command line knows the API only through GraphQL'),
    only('seeds-are-content', '^seeds/(core|casting|demo)/', '^seeds/', ''),
    {
      name: 'nothing-imports-the-server', severity: 'error', comment: 'api/server is wired last',
      from: { path: '^(api|schema|seeds|migrations)/', pathNot: '^api/(server|documents)/|\\.test\\.tsx?$|^api/contract/' }, to: { path: '^api/server/', pathNot: '^api/server/database/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|cli/dist)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
}
