package dev.usher.scim.filter;

import dev.usher.scim.schema.AttributePath;
import java.util.List;

/** Filters as text: the shortest that parses to an equal filter. */
final class FilterPrinter {
    private final StringBuilder text = new StringBuilder();
    private boolean inElement;

    private FilterPrinter() {}

    static String print(Filter filter) {
        FilterPrinter printer = new FilterPrinter();
        printer.add(filter);
        return printer.text.toString();
    }

    /** As it stands between brackets. */
    static String printInElement(Filter filter) {
        FilterPrinter printer = new FilterPrinter();
        printer.inElement = true;
        printer.add(filter);
        return printer.text.toString();
    }

    private void add(Filter filter) {
        if (filter instanceof Filter.Or or) {
            join(or.terms(), " or ", false);
        } else if (filter instanceof Filter.And and) {
            join(and.terms(), " and ", true);
        } else if (filter instanceof Filter.Not not) {
            text.append("not (");
            add(not.term());
            text.append(')');
        } else if (filter instanceof Filter.Present present) {
            text.append(name(present.path())).append(" pr");
        } else if (filter instanceof Filter.Compare compare) {
            text.append(name(compare.path())).append(' ');
            text.append(compare.operator().text()).append(' ').append(compare.value());
        } else if (filter instanceof Filter.ValuePath element) {
            text.append(element.path().text()).append('[');
            text.append(printInElement(element.filter())).append(']');
        }
    }

    private void join(List<Filter> terms, String word, boolean tight) {
        String before = "";
        for (Filter each : terms) {
            text.append(before);
            before = word;
            if (tight && each instanceof Filter.Or) {
                text.append('(');
                add(each);
                text.append(')');
            } else {
                add(each);
            }
        }
    }

    private String name(AttributePath path) {
        if (!inElement) {
            return path.text();
        }
        return path.sub().isEmpty() ? "value" : path.leaf().name();
    }
}
