package dev.usher.notification.mail;

import dev.usher.platform.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Language tags (RFC 5646) as templates are kept by: in lower case, with dashes. */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}");

    private Languages() {}

    /** The tag as it is kept. <b>Errors:</b> 400 that names the field. */
    public static String tag(String field, String text) {
        String tag = kept(text);
        if (!TAG.matcher(tag).matches()) {
            throw Problem.field(field, "'" + field + "' is a language tag as en or de-CH.");
        }
        return tag;
    }

    /** What to look for, best first: the reader's tag, its language, the tenant's, English. */
    static List<String> preferred(String readers, String tenants) {
        var wanted = new ArrayList<String>();
        for (String tag : List.of(kept(readers), kept(tenants))) {
            if (TAG.matcher(tag).matches()) {
                wanted.add(tag);
                wanted.add(tag.split("-", -1)[0]);
            }
        }
        wanted.add(BuiltInTemplates.LANGUAGES.get(0));
        return wanted.stream().distinct().toList();
    }

    /** {@code preferredLanguage} may be a list as {@code de-CH, en;q=0.8}: the first one counts. */
    private static String kept(String text) {
        return text.split("[,;]", 2)[0].strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
