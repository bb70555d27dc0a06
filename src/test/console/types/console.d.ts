// What the console's modules tell each other, for the checker and the reader; nothing of it is shipped.

/** What a page gets: where it is, how to read, and how to draw itself again. */
interface Context {
  tenant: string;
  /** The tenant's address at the admin API. */
  base: string;
  load: <T>(read: () => Promise<T>) => import('../../../main/webapp/ui/components/view.js').Remote<T>;
  params: Record<string, string>;
  query: URLSearchParams;
  update: () => void;
  go: (path: string) => void;
  link: (path: string) => string;
}

interface Page {
  title: string;
  view: () => unknown;
  /** Told when the page is left. */
  close?: () => void;
}

type MakePage = (context: Context) => Page;

interface Column {
  label: string;
  cell: (row: any, index: number) => unknown;
  /** In words, see col(). */
  look: string;
}

interface MenuItem {
  label: string;
  run?: () => unknown;
  href?: string;
  danger?: boolean;
  current?: boolean;
}

interface RequestOptions {
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  ifMatch?: string;
  accept?: string;
  /** Without asking to sign in when it is refused. */
  bare?: boolean;
  /** Only looks whether something happened: it does not keep the session alive. */
  poll?: boolean;
}

interface FieldOptions {
  hint?: unknown;
  value?: string | number | null;
  required?: boolean;
  disabled?: boolean;
  autofocus?: boolean;
  type?: string;
  max?: number;
  min?: string;
  step?: string;
  pattern?: string;
  title?: string;
  list?: string;
  autocomplete?: string;
  cls?: string;
  input?: (value: string) => void;
}

interface FormOptions {
  body: () => unknown;
  action: string;
  run: (form: FormData, element: HTMLFormElement) => Promise<any>;
  danger?: boolean;
  /** Another button, before the others. */
  beside?: () => unknown;
  /** What is told when it was done. */
  said?: string | ((result: any) => string);
}

type OpenForm = (
  title: string,
  make: (update: () => void, close: (result?: any) => void) => FormOptions,
  look?: DialogOptions,
) => Promise<any>;

interface Mapping {
  id: string;
  name: string;
  criteria: { type: string; attribute?: string; values?: string[] };
}

interface Day {
  day: string;
  created: number;
  updated: number;
  refused: number;
}

interface Session {
  name: string;
  role: string;
  tenant: string | null;
  ended: boolean;
}

type Tone = '' | 'good' | 'warning' | 'bad' | 'plain-chip';

interface Choice {
  value: string;
  label: string;
  hint?: string;
}

interface CheckOptions {
  checked?: boolean;
  hint?: unknown;
  disabled?: boolean;
  required?: boolean;
  change?: (checked: boolean) => void;
}

interface DialogOptions {
  wide?: boolean;
  /** It cannot be dismissed. */
  kept?: boolean;
  /** What was typed is not dropped unasked. */
  careful?: boolean;
}

interface HeadOptions {
  hint?: unknown;
  actions?: unknown;
  crumb?: { href: string; label: string };
}

interface MenuLook {
  ghost?: boolean;
  /** Instead of three dots. */
  face?: unknown;
  cls?: string;
}

interface TableOptions {
  label: string;
  what: string;
  columns: Column[];
  none: { title: string; text: unknown; action?: unknown };
  /** Said after the number shown, while there are more. */
  total?: (filter?: any) => string | undefined;
}

interface ListingOptions extends TableOptions {
  /** Of the filters. */
  names?: string[];
  bar?: (filter: any) => unknown;
  query?: (filter: any) => Record<string, any>;
  /** Told as each new list arrives, or fails to. */
  read?: () => void;
}

interface WizardOptions {
  /** refusal: what the server has against the step; the next one is held back where it concerns one of its fields. */
  steps: { title: string; view: () => unknown; refusal?: () => Promise<any> }[];
  update: () => void;
  run: (form: FormData, element: HTMLFormElement) => Promise<any>;
  close: (result?: any) => void;
  /** Closes without a result, unless something typed would be lost. */
  dismiss: () => void;
}

type Send = (method: string, to: string, options: RequestOptions) => Promise<Response>;

type DrawField = (id: string, label: string, control: unknown, options: FieldOptions) => unknown;

type DrawCheck = (name: string, label: unknown, options?: CheckOptions) => unknown;
