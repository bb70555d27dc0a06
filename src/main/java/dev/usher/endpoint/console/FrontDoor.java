package dev.usher.endpoint.console;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The root leads to the console. */
@WebServlet(urlPatterns = "")
public class FrontDoor extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        // Relative, so that no proxy's host has to be known (RFC 9110 §10.2.2).
        response.setHeader("Location", request.getContextPath() + "/ui/");
        response.setHeader("Cache-Control", "no-store");
    }
}
