// What nearly every page uses, by one name.
export { html, nothing } from './lib/lit-html.js';
export * from './api.js';
export * from './components/badge.js';
export * from './components/button.js';
export * from './components/copy-button.js';
export * from './components/dialog.js';
export * from './components/field.js';
export * from './components/format.js';
export * from './components/icons.js';
export * from './components/listing.js';
export * from './components/menu.js';
export * from './components/state.js';
export * from './components/table.js';
export * from './components/toast.js';
export * from './components/view.js';
export * from './components/wizard.js';
export { may, session } from './session.js';
