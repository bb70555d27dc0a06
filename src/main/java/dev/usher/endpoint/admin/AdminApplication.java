package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.AnswerNotes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The admin API: its endpoints, and what reads, writes and refuses for them. OpenAPI is generated from this list. */
@ApplicationPath(AdminApplication.PATH)
public class AdminApplication extends Application {
    static final String PATH = "/api/v1";

    /** Everything with a route. */
    static final List<Class<?>> ENDPOINTS = List.of(
            TenantsEndpoint.class,
            UserManagementEndpoint.class,
            TokensEndpoint.class,
            ApiKeysEndpoint.class,
            AdministratorsEndpoint.class,
            TenantAdministratorsEndpoint.class,
            AccountsEndpoint.class,
            AuditEventsEndpoint.class,
            PlatformAuditEndpoint.class,
            AuditChainEndpoint.class,
            PlatformChainEndpoint.class,
            SessionEndpoint.class,
            SessionsEndpoint.class,
            SingleSignOnEndpoint.class,
            SettingsEndpoint.class,
            StorageRegionsEndpoint.class,
            ProfilesEndpoint.class,
            MappingsEndpoint.class,
            MappingOrderEndpoint.class,
            MappingPreviewEndpoint.class,
            SchemasEndpoint.class,
            AttributesEndpoint.class,
            ProvisioningEventsEndpoint.class,
            ActivityEndpoint.class,
            OverviewEndpoint.class,
            MatchCountEndpoint.class,
            GroupsEndpoint.class,
            UserDevicesEndpoint.class,
            SnapshotsEndpoint.class,
            UsageEndpoint.class,
            UserUsageEndpoint.class,
            JobsEndpoint.class,
            ReclassificationsEndpoint.class,
            SuggestionsEndpoint.class,
            DeactivationsEndpoint.class,
            PurgeEndpoint.class,
            LegalHoldEndpoint.class,
            MailSettingsEndpoint.class,
            MailTemplatesEndpoint.class,
            MailsEndpoint.class,
            MailTestEndpoint.class,
            ActivationMailEndpoint.class,
            ActivationsEndpoint.class,
            BackupsEndpoint.class,
            DrainEndpoint.class,
            OpenApiEndpoint.class);

    private static final List<Class<?>> PROVIDERS =
            List.of(BodyReader.class, JsonWriter.class, AdminErrors.class, AnswerNotes.class, KeyThrottle.class);

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new LinkedHashSet<Class<?>>(ENDPOINTS);
        classes.addAll(PROVIDERS);
        return classes;
    }
}
