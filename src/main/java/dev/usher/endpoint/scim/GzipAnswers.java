package dev.usher.endpoint.scim;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Compresses answers of 1 kB and more for clients that accept gzip. */
@Provider
public class GzipAnswers implements WriterInterceptor {
    private static final int WORTH_IT = 1_024;

    @Context
    private HttpHeaders asked;

    /** For the container. */
    public GzipAnswers(@Context HttpHeaders asked) {
        this.asked = asked;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        if (!large(answer.getEntity()) || answer.getProperty(ScimHeaders.HEAD) != null) {
            answer.proceed();
            return;
        }
        answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (!accepted(asked.getRequestHeader(HttpHeaders.ACCEPT_ENCODING))) {
            answer.proceed();
            return;
        }
        answer.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
        answer.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
        var compressed = new GZIPOutputStream(answer.getOutputStream());
        answer.setOutputStream(compressed);
        answer.proceed();
        compressed.finish();
    }

    private static boolean large(Object entity) {
        return entity instanceof StreamingOutput || entity instanceof byte[] bytes && bytes.length >= WORTH_IT;
    }

    private static boolean accepted(List<String> headers) {
        if (headers == null) {
            return false;
        }
        for (String each : String.join(",", headers).toLowerCase(Locale.ROOT).split(",")) {
            String coding = each.strip();
            if (coding.startsWith("gzip") && !coding.matches(".*;\\s*q\\s*=\\s*0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
