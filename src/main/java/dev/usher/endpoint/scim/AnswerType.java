package dev.usher.endpoint.scim;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The media type of an answer: SCIM's own, or plain JSON where a client asks for that only (RFC 7644 §3.8). A header
 * that cannot be read is as none.
 */
enum AnswerType {
    SCIM("application/scim+json;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private final String header;

    AnswerType(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /**
     * The better one of what this Accept header admits, SCIM's own where both are as good; empty where it admits no JSON
     * at all. A type is weighed by the most exact range that holds it (RFC 9110 §12.5.1).
     */
    static Optional<AnswerType> accepted(String accept) {
        List<Range> ranges = Arrays.stream(accept.toLowerCase(Locale.ROOT).split(","))
                .map(Range::read)
                .filter(range -> !range.type().isEmpty())
                .toList();
        // Nothing but refusals, or nothing at all, leaves open whatever is not refused.
        double unsaid = ranges.stream().allMatch(range -> range.weight() == 0) ? 1 : 0;
        double scim = weight(ranges, AnswerType::scim, unsaid);
        double json = weight(ranges, AnswerType::json, unsaid);
        if (scim == 0 && json == 0) {
            return Optional.empty();
        }
        return Optional.of(json > scim ? JSON : SCIM);
    }

    private static double weight(List<Range> ranges, ToIntFunction<String> exactness, double unsaid) {
        return ranges.stream()
                .filter(range -> exactness.applyAsInt(range.type()) > 0)
                .max(Comparator.comparingInt((Range range) -> exactness.applyAsInt(range.type()))
                        .thenComparingDouble(Range::weight))
                .map(Range::weight)
                .orElse(unsaid);
    }

    private record Range(String type, double weight) {
        private static final Pattern WEIGHT = Pattern.compile("q\\s*=\\s*([01](?:\\.\\d*)?)");

        static Range read(String text) {
            String[] parts = text.split(";");
            double weight = 1;
            for (int i = 1; i < parts.length; i++) {
                Matcher matcher = WEIGHT.matcher(parts[i].strip());
                if (matcher.matches()) {
                    weight = Double.parseDouble(matcher.group(1));
                }
            }
            return new Range(parts.length == 0 ? "" : parts[0].strip(), weight);
        }
    }

    /** How exactly a range means SCIM's type, 0 for not at all; reversed spellings and nonsense are taken for it. */
    private static int scim(String type) {
        if (type.endsWith("+json") || type.contains("json+") || type.indexOf('/') < 0 && !type.equals("*")) {
            return 3;
        }
        return wildcard(type);
    }

    private static int json(String type) {
        return type.equals("application/json") || type.equals("text/json") ? 3 : wildcard(type);
    }

    private static int wildcard(String type) {
        if (type.equals("application/*")) {
            return 2;
        }
        return type.equals("*/*") || type.equals("*") ? 1 : 0;
    }
}
