// @ts-check
import { html } from '../kit.js';

/** @type {Record<string, string>} */
export const IDPS = { okta: 'Okta', entra: 'Microsoft Entra ID', other: 'another IdP' };

const okta = ({ url, token }) => [
	{ title: 'Create a SCIM app', text: html`<p>Under <strong>Applications</strong>, <strong>Browse App Catalog</strong>, add
		<strong>SCIM 2.0 Test App (OAuth Bearer Token)</strong>, or enable <strong>SCIM provisioning</strong> on your own app.</p>` },
	{ title: 'Enable API integration', text: html`<p>On the tab <strong>Provisioning</strong> choose <strong>Configure API Integration</strong>, tick
		<strong>Enable API integration</strong> and enter the address as <strong>SCIM 2.0 Base Url</strong>:</p>${url}
		<p>and the token as <strong>OAuth Bearer Token</strong>:</p>${token}<p>Choose <strong>Test API Credentials</strong>, then <strong>Save</strong>.</p>` },
	{ title: 'Turn on what Okta may do', text: html`<p>Under <strong>To App</strong> choose <strong>Edit</strong> and tick <strong>Create Users</strong>,
		<strong>Update User Attributes</strong> and <strong>Deactivate Users</strong>.</p>` },
	{ title: 'Map the attributes', text: html`<p>Under <strong>Attribute Mappings</strong> see that the attributes in the list are sent, in the same case as in the mappings here.</p>` },
	{ title: 'Assign users', text: html`<p>On the tab <strong>Assignments</strong> assign people or groups. To send groups too, use <strong>Push Groups</strong>.</p>` },
];

const entra = ({ url, token }) => [
	{ title: 'Create an enterprise application', text: html`<p>Under <strong>Enterprise applications</strong> choose <strong>New application</strong>,
		<strong>Create your own application</strong>, the non-gallery kind.</p>` },
	{ title: 'Enter the address and the token', text: html`<p>Open <strong>Provisioning</strong>, set the mode to <strong>Automatic</strong>, and enter the address as <strong>Tenant URL</strong>:</p>${url}
		<p>and the token as <strong>Secret Token</strong>:</p>${token}<p>Choose <strong>Test Connection</strong>, then <strong>Save</strong>.</p>` },
	{ title: 'Map the attributes', text: html`<p>Under <strong>Mappings</strong> open the one for users and see that the attributes in the list are sent. Map <code>objectId</code> to <code>externalId</code>: it recognises who comes back.</p>` },
	{ title: 'Assign users and groups', text: html`<p>Under <strong>Users and groups</strong> choose who is provisioned.</p>` },
	{ title: 'Start', text: html`<p>Try <strong>Provision on demand</strong> for one user and look at the provisioning log; then <strong>Start provisioning</strong>. Entra sends changes about every 40 minutes.</p>` },
];

const other = ({ url, token }) => [
	{ title: 'Create a SCIM 2.0 app', text: html`<p>With SCIM 2.0 provisioning, at your identity provider.</p>` },
	{ title: 'Enter the address', text: html`${url}<p>Some call it base URL, tenant URL or endpoint.</p>` },
	{ title: 'Enter the token', text: html`${token}<p>It is an OAuth bearer token: <code>Authorization: Bearer ush_…</code></p>` },
	{ title: 'Map the attributes', text: html`<p>See that the attributes in the list are sent, in the same case as in the mappings here.</p>` },
	{ title: 'Assign users', text: html`<p>Assign a single user first and look at the provisioning log, then the rest.</p>` },
];

/** @type {Record<string, (values: any) => { title: string, text: unknown }[]>} */
const GUIDES = { okta, entra, other };

/** The steps for one identity provider. */
export const guide = (idp, values) => (GUIDES[idp] ?? other)(values);
