package dev.usher.endpoint.admin;

import dev.usher.catalog.Label;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.mapping.MappingTerms;
import dev.usher.platform.Problem;
import java.util.Map;
import java.util.Optional;

/** What a request says of a mapping, beside its criteria. */
final class MappingBody {
    private static final String PROFILE = "profileId";
    private static final String REGION = "storageRegionId";
    private static final String QUOTA = "quotaBytes";
    private static final String MAIL = "sendActivationEmail";

    private MappingBody() {}

    /** A new mapping's name and assignment. */
    static MappingTerms whole(Body body) {
        Body assignment = assignment(body.body("assignment"));
        return new MappingTerms(
                new Label(body.text("name")),
                new ProfileId(assignment.id(PROFILE)),
                new RegionId(assignment.id(REGION)),
                assignment.optionalNumber(QUOTA),
                assignment.optionalFlag(MAIL).orElse(false));
    }

    /** The present terms with what the request says; criteria are refused. */
    static MappingTerms changed(Body body, MappingTerms present) {
        if (body.has("criteria")) {
            throw new Problem(
                    409,
                    "criteria-immutable",
                    "Criteria never change",
                    "The criteria of a mapping never change: duplicate the mapping and edit the copy.",
                    Map.of("field", "criteria"));
        }
        Label name = body.has("name") ? new Label(body.text("name")) : present.name();
        Optional<Body> given = body.optionalBody("assignment").map(MappingBody::assignment);
        if (given.isEmpty()) {
            return new MappingTerms(
                    name, present.profile(), present.region(), present.quotaBytes(), present.sendActivationEmail());
        }
        Body assignment = given.get();
        return new MappingTerms(
                name,
                assignment.optionalId(PROFILE).map(ProfileId::new).orElse(present.profile()),
                assignment.optionalId(REGION).map(RegionId::new).orElse(present.region()),
                assignment.has(QUOTA) ? assignment.optionalNumber(QUOTA) : present.quotaBytes(),
                assignment.optionalFlag(MAIL).orElse(present.sendActivationEmail()));
    }

    private static Body assignment(Body assignment) {
        return assignment.only(PROFILE, REGION, QUOTA, MAIL);
    }
}
