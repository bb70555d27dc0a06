package dev.usher.endpoint.admin;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A table that somebody sent (RFC 4180): UTF-8, perhaps with a byte order mark, lines ended as any system ends them, cells
 * in quotes where they hold a comma, a quote or a line's end. <b>Shape:</b> lines without any cell are left out; a line
 * knows by which number an editor shows it. <b>Errors:</b> 400 for another encoding, an open quote and an empty table.
 */
record CsvTable(List<String> header, List<Line> lines) {
    private static final char MARK = '\uFEFF';

    CsvTable {
        header = List.copyOf(header);
        lines = List.copyOf(lines);
    }

    /** One row. {@code number} counts from 1, the header's. */
    record Line(int number, List<String> cells) {
        Line {
            requireNonNull(cells, "cells");
            cells = List.copyOf(cells);
        }
    }

    static CsvTable read(byte[] bytes) {
        List<Line> all = new Reading(text(bytes)).lines();
        if (all.isEmpty()) {
            throw Problem.invalid("The table is empty; its first line names attributes.");
        }
        return new CsvTable(all.get(0).cells(), all.subList(1, all.size()));
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Problem.invalid("The table is not in UTF-8.");
        }
    }

    /** Belongs to one thread. */
    private static final class Reading {
        private final String text;
        private final List<Line> lines = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private int at;
        private int number = 1;

        Reading(String text) {
            this.text = text;
        }

        List<Line> lines() {
            int begun = 1;
            while (at < text.length()) {
                cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                if (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    if (at == text.length()) {
                        cells.add("");
                    }
                    continue;
                }
                endLine(begun);
                begun = number;
            }
            if (!cells.isEmpty()) {
                endLine(begun);
            }
            return lines;
        }

        private void endLine(int begun) {
            if (at < text.length()) {
                boolean both = text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
                at += both ? 2 : 1;
            }
            number++;
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Line(begun, cells));
            }
            cells = new ArrayList<>();
        }

        private String plain() {
            int start = at;
            while (at < text.length() && !ends(text.charAt(at))) {
                at++;
            }
            return text.substring(start, at).strip();
        }

        private String quoted() {
            int opened = number;
            var cell = new StringBuilder();
            for (at++; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at++;
                } else if (c == '"') {
                    at++;
                    return closed(cell, opened);
                }
                if (c == '\n') {
                    number++;
                }
                cell.append(c);
            }
            throw Problem.invalid("The quote of line " + opened + " is never closed.");
        }

        private String closed(StringBuilder cell, int opened) {
            if (at < text.length() && !ends(text.charAt(at))) {
                throw Problem.invalid(
                        "After the quoted cell of line " + opened + " a comma or the line's end must follow.");
            }
            return cell.toString();
        }

        private static boolean ends(char c) {
            return c == ',' || c == '\n' || c == '\r';
        }
    }
}
