package dev.usher.scim.filter;

/** Filters as text: the shortest that parses to an equal filter. */
final class FilterPrinter {
    private FilterPrinter() {}

    static String print(Filter filter) {
        throw new IllegalStateException(filter.getClass().getName());
    }
}
