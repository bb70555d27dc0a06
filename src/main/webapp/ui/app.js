import { html, nothing } from './lib/lit-html.js';
import { all, api, path } from './api.js';
import { focusOn } from './components/focus.js';
import { bars, person } from './components/icons.js';
import { menu } from './components/menu.js';
import { failed, skeleton } from './components/state.js';
import { toastError, toasts } from './components/toast.js';
import { head, mount, remote } from './components/view.js';
import { accountItems } from './pages/account.js';
import { decoded, match } from './routes.js';
import { may, session, signInPage, signOut, whoAmI } from './session.js';

const TENANT_KEY = 'usher.tenant';
const NAVIGATION = [
	['', 'Dashboard'], ['provisioning', 'User Provisioning'], ['users', 'Users'], ['groups', 'Groups'], ['decisions', 'Decisions'],
	['profiles', 'Profiles'], ['storage', 'Storage'], ['journal', 'Provisioning log'], ['audit', 'Audit trail'], ['jobs', 'Jobs'],
	['administrators', 'Administrators'], ['settings', 'Settings'],
];

const RESERVED = { administrators: may.choose, platform: may.platform, tenants: may.platform };
const mayOpen = (place) => RESERVED[place]?.() ?? true;
const navigation = () => NAVIGATION.filter(([to]) => ready && mayOpen(to));

let tenants = [];
let tenant = '';
let page;
let broken;
let current = '';
let arriving = false;
let ready = false;
let slow = false;
let update = () => {};

const link = (to) => `/ui/t/${encodeURIComponent(tenant)}${to ? '/' + to : ''}`;

function go(to) {
	history.pushState(null, '', to);
	show();
}

function show() {
	const place = location.pathname.replace(/^\/ui\/?/, '').replace(/\/$/, '');
	const [, named, rest = ''] = /^t\/([^/]+)\/?(.*)$/.exec(place) ?? [];
	if (named === undefined) {
		history.replaceState(null, '', link(place === 'index.html' ? '' : place) + location.search);
		return show();
	}
	tenant = decoded(named);
	localStorage.setItem(TENANT_KEY, tenant);
	open(rest);
}

async function open(rest) {
	page?.close?.();
	page = undefined;
	broken = undefined;
	current = rest.split('/')[0];
	const place = location.href;
	late();
	try {
		if (!mayOpen(current)) throw { status: 403 };
		const found = match(rest);
		const make = await found.load();
		if (place !== location.href) return;
		page = make({ tenant, base: path`/tenants/${tenant}`, load: (read) => remote(() => update(), read), params: found.params, query: new URLSearchParams(location.search), update: () => update(), go, link });
		document.title = `${page.title} · Usher`;
	} catch (error) {
		broken = error;
	}
	arriving = true;
	update();
	scrollTo(0, 0);
}

/** What is not there after 200 ms is shown to be coming. */
function late() {
	slow = false;
	setTimeout(() => {
		slow = true;
		update();
	}, 200);
}

/** The heading takes the focus once, as soon as it is there: screen readers begin to read with it. */
function arrive() {
	/** @type {HTMLElement | null} */ const heading = document.querySelector('main h1');
	if (!arriving || !heading) return;
	arriving = false;
	if (!document.querySelector('dialog[open]')) heading.focus({ preventScroll: true });
}

/** A fault while drawing one page must not take the frame with it. */
function content() {
	if (session.ended) return stop({ title: 'You are signed out', message: html`<a href=${signInPage()}>Sign in</a>` });
	if (broken) return stop(broken, ready ? show : () => location.reload());
	try {
		return page?.view() ?? skeleton(slow);
	} catch (error) {
		console.error(error);
		return stop({ title: 'This page has a fault', message: String(error) }, show);
	}
}

const stop = (error, /** @type {any} */ retry = undefined) => html`${head('Usher')}<section class="card">${failed(error, retry)}</section>`;

const tenantPlace = () => {
	const known = tenants.find((one) => one.name === tenant);
	if (tenants.length < 2) return html`<span class="tenant"><span>Tenant</span><b>${known?.displayName ?? tenant}</b></span>`;
	return html`<label class="tenant"><span>Tenant</span><select aria-label="Tenant" @change=${(event) =>
		go(`/ui/t/${encodeURIComponent(event.target.value)}`)}>
		${known ? '' : html`<option selected>${tenant}</option>`}
		${tenants.map((one) => html`<option value=${one.name} .selected=${one.name === tenant}>${one.displayName || one.name}</option>`)}
	</select></label>`;
};

const frame = () => html`
	<a class="skip" href="#content" @click=${(event) => {
		event.preventDefault();
		focusOn(document, 'main h1');
	}}>Skip to the content</a>
	<header class="top">
		<div class="bar">
			<a class="brand" href=${link('')}><img src="/ui/icon.svg" alt="">Usher</a>
			<span class="spacer"></span>
			${ready ? html`${tenantPlace()}
			${menu('account', `Account of ${session.name}`, accountItems({ platform: may.platform(), link, signOut }), { face: html`${person}<span class="hide-narrow">${session.name}</span>`, cls: 'ghost' })}
			${menu('pages', 'Menu', navigation().map(([to, label]) => ({ label, href: link(to), current: to === current })), { face: bars, cls: 'menu-button' })}` : ''}
		</div>
		<nav aria-label="Main"><ul class="tabs">${navigation().map(([to, label]) => html`<li><a href=${link(to)}
			aria-current=${to === current ? 'page' : nothing}>${label}</a></li>`)}</ul></nav>
	</header>
	<main id="content">${content()}</main>
	${toasts}`;

function follow(event) {
	const anchor = event.target.closest?.('a');
	if (!anchor || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
	if (anchor.target || anchor.hasAttribute('download') || anchor.origin !== location.origin || !/^\/ui\/(?!login\.html)/.test(anchor.pathname)) return;
	event.preventDefault();
	go(anchor.pathname + anchor.search);
}

async function start() {
	update = mount(document.getElementById('app'), frame);
	late();
	try {
		if (!(await whoAmI())) return;
		tenants = session.tenant ? [await api.get(path`/tenants/${session.tenant}`)] : await all('/tenants');
	} catch (error) {
		broken = error;
		return update();
	}
	const remembered = localStorage.getItem(TENANT_KEY) ?? '';
	tenant = session.tenant ?? (tenants.some((one) => one.name === remembered) ? remembered : tenants[0]?.name ?? 'default');
	ready = true;
	const draw = update;
	update = () => {
		draw();
		queueMicrotask(arrive);
	};
	document.addEventListener('click', follow);
	addEventListener('popstate', show);
	addEventListener('usher:session', () => update());
	addEventListener('unhandledrejection', (event) => {
		event.preventDefault();
		if (!session.ended) toastError(event.reason);
	});
	addEventListener('usher:tenants', async () => {
		tenants = await all('/tenants');
		update();
	});
	show();
}

start();
