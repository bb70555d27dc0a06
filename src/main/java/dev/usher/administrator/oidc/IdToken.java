package dev.usher.administrator.oidc;

import static java.util.Objects.requireNonNull;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider says of who signed in, believed. <b>Shape:</b> {@code verifiedEmail} is empty unless the provider vouches
 * for the address; {@code authenticatedAt} is when the person last showed a credential there, where it tells.
 */
public record IdToken(String subject, Optional<String> verifiedEmail, Optional<Instant> authenticatedAt) {
    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_SUBJECT = 255;

    /** Signatures by the provider's private key; never {@code none}, and never a secret that two sides know. */
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    public IdToken {
        requireNonNull(subject, "subject");
        requireNonNull(verifiedEmail, "verifiedEmail");
        requireNonNull(authenticatedAt, "authenticatedAt");
    }

    /**
     * Checks signature, issuer, audience, times and nonce (OpenID Connect Core §3.1.3.7). <b>Errors:</b>
     * {@link Disbelieved} says which of them is wrong.
     */
    public static IdToken verify(String jwt, JWKSet keys, String issuer, String clientId, String nonce)
            throws Disbelieved {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, new ImmutableJWKSet<>(keys)));
        var claims = new DefaultJWTClaimsVerifier<SecurityContext>(
                clientId,
                new JWTClaimsSet.Builder().issuer(issuer).claim("nonce", nonce).build(),
                Set.of("sub", "iat", "exp"));
        claims.setMaxClockSkew(SKEW_SECONDS);
        processor.setJWTClaimsSetVerifier(claims);
        try {
            return of(processor.process(jwt, null), clientId);
        } catch (BadJOSEException | JOSEException | ParseException e) {
            throw new Disbelieved("the ID token is not to be believed: " + e.getMessage(), e);
        }
    }

    private static IdToken of(JWTClaimsSet claims, String clientId) throws ParseException, Disbelieved {
        String party = claims.getStringClaim("azp");
        if (party != null ? !party.equals(clientId) : claims.getAudience().size() > 1) {
            throw new Disbelieved("the ID token was made for another client", null);
        }
        String subject = claims.getSubject();
        if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
            throw new Disbelieved("the ID token has no usable subject", null);
        }
        boolean verified = "true".equalsIgnoreCase(String.valueOf(claims.getClaim("email_verified")));
        return new IdToken(
                subject,
                Optional.ofNullable(claims.getStringClaim("email"))
                        .filter(email -> verified && !email.isBlank())
                        .map(String::strip),
                Optional.ofNullable(claims.getClaim("auth_time"))
                        .filter(Number.class::isInstance)
                        .map(time -> Instant.ofEpochSecond(((Number) time).longValue())));
    }
}
