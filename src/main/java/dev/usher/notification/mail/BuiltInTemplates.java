package dev.usher.notification.mail;

import dev.usher.notification.MailKind;
import dev.usher.notification.MailTemplate;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The texts that come with Usher, in {@code mail/*.txt}: the subject, a blank line, the text. HTML is made of the text. */
public final class BuiltInTemplates {
    /** The languages that there are; the first one is for readers of any other. */
    public static final List<String> LANGUAGES = List.of("en", "de");

    private static final Map<String, MailTemplate> ALL = read();

    private BuiltInTemplates() {}

    /** The template; empty for another language. */
    public static Optional<MailTemplate> find(MailKind kind, String language) {
        return Optional.ofNullable(ALL.get(key(kind, language)));
    }

    private static Map<String, MailTemplate> read() {
        var all = new HashMap<String, MailTemplate>();
        for (MailKind kind : MailKind.values()) {
            for (String language : LANGUAGES) {
                all.put(key(kind, language), read(kind, language));
            }
        }
        return Map.copyOf(all);
    }

    private static MailTemplate read(MailKind kind, String language) {
        String name = "/mail/" + kind.code() + "." + language + ".txt";
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no " + name);
            }
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int end = whole.indexOf("\n\n");
            String text = whole.substring(end + 2).strip() + "\n";
            return new MailTemplate(kind, language, whole.substring(0, end), text, Optional.of(html(text)), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paragraphs, and links that can be clicked; a section that is a whole paragraph goes with its tags outside. */
    private static String html(String text) {
        var html = new StringBuilder(
                "<!DOCTYPE html>\n<html><body style=\"font-family:sans-serif;font-size:15px;line-height:1.5;color:#222\">\n");
        for (String paragraph : text.strip().split("\n\n")) {
            String body = TemplateText.html(paragraph)
                    .replace("\n", "<br>\n")
                    .replaceAll("\\{\\{(link|consoleUrl)}}", "<a href=\"{{$1}}\">{{$1}}</a>");
            html.append(body.replaceFirst(
                            "(?s)^(\\{\\{[#^]\\w+}})?(.*?)(\\{\\{/\\w+}})?$", "$1<p style=\"margin:0 0 1em\">$2</p>$3"))
                    .append('\n');
        }
        return html.append("</body></html>\n").toString();
    }

    private static String key(MailKind kind, String language) {
        return kind.code() + "." + language;
    }
}
