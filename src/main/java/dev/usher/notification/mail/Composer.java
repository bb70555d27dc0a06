package dev.usher.notification.mail;

import dev.usher.notification.FilledMail;
import dev.usher.notification.MailKind;
import dev.usher.notification.MailTemplate;
import dev.usher.notification.MailTemplates;
import dev.usher.notification.TenantMail;
import dev.usher.notification.TenantMails;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Fills templates. What comes from outside is one line everywhere, and escaped in HTML. */
@ApplicationScoped
public class Composer {
    /** How long a code can be redeemed. */
    public static final int VALID_DAYS = 7;

    private static final int LONGEST_SUBJECT = 250;

    @Inject
    private MailTemplates templates;

    @Inject
    private TenantMails choices;

    @Inject
    private Tenants tenants;

    @Inject
    private Settings settings;

    /** Refuses a template that could not be filled. <b>Errors:</b> 400 with the field. */
    public static void check(MailTemplate template) {
        if (template.text().isBlank()) {
            throw Problem.field("text", "The text is missing.");
        }
        var known = template.kind().placeholders();
        TemplateText.of("subject", template.subject(), known);
        TemplateText.of("text", template.text(), known);
        template.html().ifPresent(html -> TemplateText.of("html", html, known));
    }

    /** The template of the reader's language, or of the nearest that there is, filled. */
    public FilledMail filled(TenantId tenant, MailKind kind, String language, Map<String, String> values) {
        for (String tag : Languages.preferred(language, choices.read(tenant).language())) {
            Optional<MailTemplate> found = templates.find(tenant, kind, tag);
            if (found.isPresent()) {
                return filled(tenant, found.get(), values);
            }
        }
        throw new IllegalStateException("no template for " + kind);
    }

    /** This template filled; the tenant's name and the console's address are added. */
    public FilledMail filled(TenantId tenant, MailTemplate template, Map<String, String> given) {
        Tenant of = tenants.read(tenant);
        var values = new HashMap<>(given);
        values.put("tenant", of.displayName());
        settings.publicUrl().ifPresent(url -> values.put("consoleUrl", url + "/ui/t/" + of.name()));
        var known = template.kind().placeholders();
        String subject = TemplateText.of("subject", template.subject(), known).fill(values, UnaryOperator.identity());
        String text = TemplateText.of("text", template.text(), known)
                .fill(values, UnaryOperator.identity())
                .replace("\r\n", "\n")
                .replaceAll("\n{3,}", "\n\n");
        Optional<String> html = template.html()
                .map(source -> TemplateText.of("html", source, known).fill(values, TemplateText::html));
        return new FilledMail(template.language(), shortened(TemplateText.oneLine(subject)), text, html);
    }

    /** What an activation's placeholders are besides the user's own. */
    public Map<String, String> activation(TenantId tenant, String code, Instant expires, String language) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(ZoneOffset.UTC);
        return Map.of(
                "link",
                link(choices.read(tenant), code),
                "validDays",
                Integer.toString(VALID_DAYS),
                "expiresAt",
                date.format(expires));
    }

    /** Made-up values, for a preview. */
    public Map<String, String> sample(TenantId tenant, MailKind kind, Instant now) {
        var values = new HashMap<String, String>();
        for (String name : kind.placeholders()) {
            values.put(name, "[" + name + "]");
        }
        values.put("days", "7");
        values.putAll(activation(tenant, "preview", now, "en"));
        return values;
    }

    /** Where the reader goes: the product's page, else our own plain one, else nowhere. */
    private String link(TenantMail choice, String code) {
        Optional<String> page = choice.activationUrl()
                .map(URI::toString)
                .or(() -> settings.publicUrl().map(url -> url + "/activation"));
        return page.map(url -> url + (url.contains("?") ? "&" : "?") + "code=" + code)
                .orElse("");
    }

    private static String shortened(String subject) {
        int end = Math.min(subject.length(), LONGEST_SUBJECT);
        boolean halved = end > 0 && Character.isHighSurrogate(subject.charAt(end - 1));
        return subject.substring(0, halved ? end - 1 : end);
    }
}
