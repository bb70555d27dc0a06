package dev.usher.endpoint.security;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Answers where the server gives up before or beside every endpoint (a path that normalises to nowhere, a static file that
 * is none), in the words of the interface that was called; else the server would send a page of its own.
 */
@WebServlet(name = "ContainerErrors", urlPatterns = ContainerErrors.PATH)
public class ContainerErrors extends HttpServlet {
    /** web.xml sends every error of the server here. */
    static final String PATH = "/error";

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    @Inject
    private transient RefusalWriter writer;

    /** For the container. */
    public ContainerErrors() {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(Integer.class::cast)
                .orElse(NOT_FOUND); // somebody asked for this page itself
        Door door = Door.ofPath(called(request));
        if (door == Door.OPEN) {
            plain(status, response);
        } else {
            writer.write(door, refusal(status), request, response);
        }
    }

    private static String called(HttpServletRequest request) {
        Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = uri == null ? "" : uri.toString();
        return path.startsWith(request.getContextPath())
                ? path.substring(request.getContextPath().length())
                : path;
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case BAD_REQUEST ->
                new Refusal(
                        status,
                        "invalid-request",
                        "The request is not valid",
                        "The request is not valid.",
                        Duration.ZERO);
            case NOT_FOUND ->
                new Refusal(status, "not-found", "Not found", "There is nothing at this path.", Duration.ZERO);
            case NOT_ALLOWED ->
                new Refusal(
                        status,
                        "method-not-allowed",
                        "Not allowed",
                        "This path does not take this method.",
                        Duration.ZERO);
            default ->
                new Refusal(
                        status, "refused", "Refused", "The server answered with status " + status + ".", Duration.ZERO);
        };
    }

    private static void plain(int status, HttpServletResponse response) throws IOException {
        byte[] body = (status
                        + (status == NOT_FOUND
                                ? " There is nothing at this path.\n"
                                : " The server cannot answer this.\n"))
                .getBytes(StandardCharsets.US_ASCII);
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
