package dev.usher.endpoint.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Sends the console's files, and its frame page for every address in it that is no file. */
@WebServlet(urlPatterns = {"/ui", "/ui/*"})
public class ConsoleServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final String ROOT = "/ui";
    private static final String FRAME = ROOT + "/index.html";
    private static final int NOT_MODIFIED = HttpServletResponse.SC_NOT_MODIFIED;
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:;"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none';"
                    + " require-trusted-types-for 'script'; trusted-types lit-html",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "camera=(), microphone=(), geolocation=()",
            "Cache-Control",
            "no-cache",
            "Vary",
            "Accept-Encoding");

    /** Bounded by the files that the application has. */
    private final transient Map<String, ConsoleFile> files = new ConcurrentHashMap<>();

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HEADERS.forEach(response::setHeader);
        Optional<ConsoleFile> file = file(request);
        if (file.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().write("The console has no such file.");
            return;
        }
        send(file.get(), request, response);
    }

    private static void send(ConsoleFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = file.compresses() && accepts(request.getHeader("Accept-Encoding"));
        response.setHeader("ETag", file.tag(gzip));
        if (file.tag(gzip).equals(request.getHeader("If-None-Match"))) {
            response.setStatus(NOT_MODIFIED);
            return;
        }
        byte[] bytes = file.bytes(gzip);
        response.setContentType(file.type());
        response.setContentLength(bytes.length);
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.getOutputStream().write(bytes);
    }

    /** What is named like a file must be one; everything else is an address that the frame page understands. */
    private Optional<ConsoleFile> file(HttpServletRequest request) throws IOException {
        String path = ROOT + Optional.ofNullable(request.getPathInfo()).orElse("/");
        if (path.contains("..")) {
            return Optional.empty(); // servers resolve such paths before; this one does not rely on it
        }
        Optional<String> type = ConsoleFile.type(path);
        if (type.isEmpty() || path.startsWith(ROOT + "/t/")) {
            return read(FRAME, "text/html;charset=UTF-8");
        }
        return read(path, type.get());
    }

    private Optional<ConsoleFile> read(String path, String type) throws IOException {
        ConsoleFile known = files.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream in = getServletContext().getResourceAsStream(path)) {
            if (in == null) {
                return Optional.empty();
            }
            var read = ConsoleFile.of(type, in.readAllBytes());
            files.put(path, read);
            return Optional.of(read);
        }
    }

    /** A plain reading of Accept-Encoding (RFC 9110 §12.5.3): gzip is named and not refused. */
    static boolean accepts(String header) {
        return header != null
                && Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
                        .map(coding -> coding.replace(" ", ""))
                        .anyMatch(coding -> coding.equals("gzip")
                                || (coding.startsWith("gzip;") && !coding.matches("gzip;q=0(\\.0*)?")));
    }
}
