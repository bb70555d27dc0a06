package dev.usher.endpoint.security;

import dev.usher.platform.AddressRanges;
import dev.usher.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address by which a client calls Usher, as a trusted reverse proxy tells it: {@code Forwarded} (RFC 7239), else
 * {@code X-Forwarded-Proto}, {@code -Host} and {@code -Port}. Of several values the last counts, for the nearest proxy
 * wrote it; what anybody else sends is not looked at.
 */
@ApplicationScoped
public class Outside {
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](:[0-9]{1,5})?");
    private static final Pattern PAIR =
            Pattern.compile("(?i)(?:^|;)\\s*(proto|host)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

    @Inject
    private Settings settings;

    private @Nullable AddressRanges trusted;

    @PostConstruct
    void read() {
        trusted = settings.trustedProxies();
    }

    /** Scheme, host and port without a path; empty where no trusted proxy says both scheme and host. */
    public Optional<URI> address(HttpServletRequest request) {
        AddressRanges proxies = trusted;
        if (proxies == null || !proxies.contain(request.getRemoteAddr())) {
            return Optional.empty();
        }
        Optional<String> forwarded = last(request, "Forwarded");
        if (forwarded.isPresent()) {
            return address(pair(forwarded.get(), "proto"), pair(forwarded.get(), "host"));
        }
        Optional<String> host = last(request, "X-Forwarded-Host");
        Optional<String> port = last(request, "X-Forwarded-Port")
                .filter(text -> PORT.matcher(text).matches());
        boolean bare = host.filter(text -> text.matches(".*:[0-9]+")).isEmpty();
        Optional<String> whole = bare && port.isPresent() ? host.map(name -> name + ":" + port.orElse("")) : host;
        return address(last(request, "X-Forwarded-Proto"), whole);
    }

    private static Optional<URI> address(Optional<String> proto, Optional<String> host) {
        Optional<String> scheme = proto.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("http") || text.equals("https"));
        Optional<String> authority = host.filter(text -> HOST.matcher(text).matches());
        if (scheme.isEmpty() || authority.isEmpty()) {
            return Optional.empty();
        }
        String usual = scheme.get().equals("https") ? ":443" : ":80";
        String plain = authority.get().endsWith(usual)
                ? authority.get().substring(0, authority.get().length() - usual.length())
                : authority.get();
        return Optional.of(URI.create(scheme.get() + "://" + plain));
    }

    private static Optional<String> pair(String element, String name) {
        Matcher pairs = PAIR.matcher(element);
        while (pairs.find()) {
            if (pairs.group(1).equalsIgnoreCase(name)) {
                return Optional.ofNullable(pairs.group(2)).or(() -> Optional.ofNullable(pairs.group(3)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> last(HttpServletRequest request, String name) {
        var values = request.getHeaders(name);
        String text = "";
        while (values != null && values.hasMoreElements()) {
            text = values.nextElement();
        }
        String element = text.substring(text.lastIndexOf(',') + 1).strip();
        return Optional.of(element).filter(one -> !one.isEmpty());
    }
}
