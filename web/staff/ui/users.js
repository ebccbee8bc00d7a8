/** Who has a role in the city. */
import { ROLES } from "../../core/roles.js";
import { button, el } from "../../ui/dom.js";
import { textField, tickField, ticksField } from "./fields.js";
import { askInDialog } from "./form.js";
import { createLoaded, drawEmpty } from "./loaded.js";
import { badge, part } from "./part.js";
import { createSecret } from "./secret.js";

export function drawUsers(context) {
  const { t, api, city, cityName } = context;
  const loaded = createLoaded(context, (signal) => api.accounts(city, signal), ({ accounts }) => show({ ...context, reload: loaded.load }, accounts));
  loaded.load();
  return part(t("admin.users"), t("users.about", { city: cityName }), loaded.element);
}

function show(context, accounts) {
  const { t } = context;
  return [
    freshLink(context),
    el("div", { class: "form-actions first" }, button(t("users.add"), () => add(context), { class: "plain", "data-key": "add" })),
    accounts.length > 0 ? el("ul", { class: "entries" }, accounts.map((user) => row(context, user))) : drawEmpty(t("users.none")),
  ];
}

function row(context, user) {
  const { t, format, account } = context;
  const seen = user.lastSeenAt ? t("users.seen", { when: format.moment(user.lastSeenAt) }) : t("users.never");
  const action = (key, text, onClick) => button(text, onClick, { class: "quiet", "aria-label": `${text}: ${user.name}`, "data-key": `${key}-${user.name}` });
  return el("li", { class: user.disabled ? "entry disabled" : "entry" },
    el("div", { class: "entry-main" },
      el("p", { class: "entry-name" }, user.name,
        user.name === account.name && badge(t("users.you")),
        user.disabled && badge(t("users.disabled"), "bad"),
        user.sensitive && badge(t("users.sensitiveMark")),
        user.provider && badge(t("users.provider")),
        user.secondFactor && badge(t("users.secondFactor"), "good")),
      el("p", { class: "entry-note", text: rolesText(context, user) }),
      el("p", { class: "entry-note", text: seen })),
    el("div", { class: "entry-actions" },
      action("change", t("users.change"), () => change(context, user)),
      !user.provider && action("link", t("users.newLink"), () => newLink(context, user)),
      action("disable", t(user.disabled ? "users.enable" : "users.disable"), () => toggle(context, user))));
}

/** The roles held here, and those held in every city. */
function rolesText({ t, format }, { roles, rolesEverywhere = [] }) {
  const words = (held) => format.list(ROLES.filter((role) => held.includes(role)).map((role) => t(`role.${role}`)));
  const everywhere = rolesEverywhere.length > 0 ? `${t("role.everyCity")}: ${words(rolesEverywhere)}` : null;
  const here = roles.length > 0 ? words(roles) : everywhere ? null : t("role.none");
  return [here, everywhere].filter(Boolean).join(" · ");
}

/** The one-time link that was made last; the server keeps only its hash. */
function freshLink({ t, say, memory, city, reload }) {
  if (memory.link?.city !== city) return null;
  const { name, href } = memory.link;
  const seen = () => {
    memory.link = null;
    reload();
  };
  return el("div", { class: "steps fresh" },
    createSecret({ t, say }, { label: t("users.linkFor", { name }), value: href, note: t("users.linkNote") }),
    el("div", { class: "form-actions" }, button(t("users.linkSent"), seen, { class: "second", "data-key": "add" })));
}

function roleFields({ t }, { roles, sensitive }) {
  return [
    ticksField({ name: "roles", label: t("users.roles"), value: roles, options: ROLES.map((role) => [role, t(`role.${role}`), t(`users.${role}About`)]) }),
    tickField({ name: "sensitive", label: t("users.sensitive"), hint: t("users.sensitiveAbout"), value: sensitive }),
  ];
}

function keepLink({ memory, city, absolute }, name, link) {
  memory.link = { city, name, href: absolute(link) };
}

async function add(context) {
  const { t, api, city, reload } = context;
  const sent = await askInDialog(context, {
    title: t("users.add"),
    fields: [textField(context, { name: "name", label: t("users.name"), hint: t("users.nameHint"), autocomplete: "off", autocapitalize: "none", maxlength: 200 }), ...roleFields(context, { roles: [], sensitive: false })],
    submitText: t("users.create"),
    submit: async ({ name, ...values }) => keepLink(context, name.trim(), (await api.addAccount(city, { name: name.trim(), ...values })).link),
  });
  if (sent) reload();
}

async function change(context, user) {
  const { t, api, city, reload } = context;
  const sent = await askInDialog(context, {
    title: t("users.changeWhat", { name: user.name }),
    text: t("users.changeText"),
    fields: roleFields(context, user),
    submitText: t("users.save"),
    submit: (values) => api.changeAccount(city, user.name, { ...values, disabled: user.disabled }),
  });
  if (sent) reload();
}

async function toggle(context, user) {
  const { t, api, city, reload } = context;
  const sent = await askInDialog(context, {
    title: t(user.disabled ? "users.enableWhat" : "users.disableWhat", { name: user.name }),
    text: t(user.disabled ? "users.enableText" : "users.disableText"),
    fields: [],
    submitText: t(user.disabled ? "users.enable" : "users.disable"),
    danger: !user.disabled,
    submit: () => api.changeAccount(city, user.name, { roles: user.roles, sensitive: user.sensitive, disabled: !user.disabled }),
  });
  if (sent) reload();
}

async function newLink(context, user) {
  const { t, api, city, reload } = context;
  const sent = await askInDialog(context, {
    title: t("users.newLinkFor", { name: user.name }),
    text: t("users.newLinkText"),
    fields: [],
    submitText: t("users.newLink"),
    submit: async () => keepLink(context, user.name, (await api.linkFor(city, user.name)).link),
  });
  if (sent) reload();
}
