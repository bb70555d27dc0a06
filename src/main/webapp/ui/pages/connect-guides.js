import { html } from '../kit.js';

export const IDPS = { okta: 'Okta', entra: 'Microsoft Entra ID', other: 'another IdP' };

const SENT = 'see that the attributes in the list are sent, in the same case as in the mappings here.';

const okta = ({ url, token }) => [
	['Create a SCIM app', html`<p>Under <b>Applications</b>, <b>Browse App Catalog</b>, add
		<b>SCIM 2.0 Test App (OAuth Bearer Token)</b>, or enable <b>SCIM provisioning</b> on your own app.</p>`],
	['Enable API integration', html`<p>On the tab <b>Provisioning</b> choose <b>Configure API Integration</b>, tick
		<b>Enable API integration</b> and enter the address as <b>SCIM 2.0 Base Url</b>:</p>${url}
		<p>and the token as <b>OAuth Bearer Token</b>:</p>${token}<p>Choose <b>Test API Credentials</b>, then <b>Save</b>.</p>`],
	['Turn on what Okta may do', html`<p>Under <b>To App</b> choose <b>Edit</b> and tick <b>Create Users</b>,
		<b>Update User Attributes</b> and <b>Deactivate Users</b>.</p>`],
	['Map the attributes', html`<p>Under <b>Attribute Mappings</b>: ${SENT}</p>`],
	['Assign users', html`<p>On the tab <b>Assignments</b> assign people or groups. To send groups too, use <b>Push Groups</b>.</p>`],
];

const entra = ({ url, token }) => [
	['Create an enterprise application', html`<p>Under <b>Enterprise applications</b> choose <b>New application</b>,
		<b>Create your own application</b>, the non-gallery kind.</p>`],
	['Enter the address and the token', html`<p>Open <b>Provisioning</b>, set the mode to <b>Automatic</b>, and enter the address as <b>Tenant URL</b>:</p>${url}
		<p>and the token as <b>Secret Token</b>:</p>${token}<p>Choose <b>Test Connection</b>, then <b>Save</b>.</p>`],
	['Map the attributes', html`<p>Under <b>Mappings</b> open the one for users: ${SENT} Map <code>objectId</code> to <code>externalId</code>: it recognises who comes back.</p>`],
	['Assign users and groups', html`<p>Under <b>Users and groups</b> choose who is provisioned.</p>`],
	['Start', html`<p>Try <b>Provision on demand</b> for one user and look at the log here; then <b>Start provisioning</b>. Changes come about every 40 minutes.</p>`],
];

const other = ({ url, token }) => [
	['Create a SCIM 2.0 app', html`<p>With SCIM 2.0 provisioning, at your identity provider.</p>`],
	['Enter the address', html`${url}<p>Some call it base URL, tenant URL or endpoint.</p>`],
	['Enter the token', html`${token}<p>It is an OAuth bearer token: <code>Authorization: Bearer ush_…</code></p>`],
	['Map the attributes', SENT],
	['Assign users', html`<p>A single user first; look at the log here; then the rest.</p>`],
];

const GUIDES = { okta, entra, other };

export const guide = (idp, values) => (GUIDES[idp] ?? other)(values);
