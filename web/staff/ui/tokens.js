/** Tokens for QGIS and scripts. */
import { button, el } from "../../ui/dom.js";
import { citiesWith } from "../../core/roles.js";
import { curlLine, qgisFields } from "../core/examples.js";
import { numberField, textField } from "./fields.js";
import { askInDialog } from "./form.js";
import { drawEmpty } from "./loaded.js";
import { factList, part } from "./part.js";
import { createSecret } from "./secret.js";

const LONGEST_DAYS = 366;

export function drawTokens(context) {
  const { t, mine, memory } = context;
  return part(t("tokens.title"), t("tokens.about"),
    memory.token && fresh(context),
    mine.tokens.length > 0 ? el("ul", { class: "entries" }, mine.tokens.map((token) => row(context, token))) : drawEmpty(t("tokens.none")),
    el("div", { class: "form-actions" }, button(t("tokens.create"), () => create(context), { class: "second", "data-key": "create-token" })));
}

function row(context, token) {
  const { t, format } = context;
  const used = token.lastUsedAt ? t("tokens.used", { when: format.moment(token.lastUsedAt) }) : t("tokens.unused");
  return el("li", { class: "entry" },
    el("div", { class: "entry-main" },
      el("p", { class: "entry-name" }, token.name, el("code", { text: `${token.prefix}…` })),
      el("p", { class: "entry-note", text: token.purpose }),
      el("p", { class: "entry-note", text: `${t("tokens.until", { until: format.dayOfInstant(token.expiresAt) })} ${used}` })),
    button(t("tokens.revoke"), () => revoke(context, token), { class: "quiet danger-text", "aria-label": t("tokens.revokeWhat", { name: token.name }), "data-key": `token-${token.id}` }));
}

async function create(context) {
  const { t, api, memory, reload } = context;
  const sent = await askInDialog(context, {
    title: t("tokens.create"),
    text: t("tokens.createText"),
    fields: [
      textField(context, { name: "name", label: t("tokens.name"), hint: t("tokens.nameHint"), maxlength: 80 }),
      textField(context, { name: "purpose", label: t("tokens.purpose"), hint: t("tokens.purposeHint"), maxlength: 200 }),
      numberField(context, { name: "days", label: t("tokens.days"), value: "90", min: 1, max: LONGEST_DAYS }),
    ],
    submitText: t("tokens.create"),
    submit: async (values) => (memory.token = { name: values.name, ...(await api.createToken(values)) }),
  });
  if (sent) reload();
}

/** The token and how it is used; it goes with the page. */
function fresh(context) {
  const { t, memory, origin, account, cities, reload } = context;
  const { name, token } = memory.token;
  const city = (citiesWith(account, "analyst", cities)[0] ?? cities[0]).slug;
  const fields = qgisFields(origin, city, token);
  const seen = () => {
    memory.token = null;
    reload();
  };
  return el("div", { class: "steps fresh" },
    createSecret(context, { label: t("tokens.fresh", { name }), value: token, note: t("secret.once") }),
    el("details", {}, el("summary", { text: t("tokens.qgis") }),
      el("ol", { class: "numbered" }, ["tokens.qgis1", "tokens.qgis2", "tokens.qgis3"].map((key) => el("li", { text: t(key) }))),
      factList([[t("tokens.qgisUrl"), el("code", { text: fields.url })], [t("tokens.qgisKey"), el("code", { text: fields.headerKey })], [t("tokens.qgisValue"), el("code", { text: fields.headerValue })]])),
    el("details", {}, el("summary", { text: t("tokens.curl") }), createSecret(context, { label: t("tokens.curlLine"), value: curlLine(origin, city, token) })),
    el("div", { class: "form-actions" }, button(t("tokens.seen"), seen, { class: "plain", "data-key": "create-token" })));
}

async function revoke(context, token) {
  const { t, api, reload } = context;
  const sent = await askInDialog(context, {
    title: t("tokens.revokeWhat", { name: token.name }), text: t("tokens.revokeText"), fields: [], submitText: t("tokens.revoke"), danger: true,
    submit: () => api.revokeToken(token.id),
  });
  if (sent) reload();
}
