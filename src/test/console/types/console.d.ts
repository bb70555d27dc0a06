// Names for what the console's modules tell each other; nothing of it is shipped.
type Context = import('../../../main/webapp/ui/app.js').Context;
type MakePage = import('../../../main/webapp/ui/routes.js').MakePage;
type Column = import('../../../main/webapp/ui/components/table.js').Column<any>;
