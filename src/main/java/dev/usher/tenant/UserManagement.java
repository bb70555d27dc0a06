package dev.usher.tenant;

/** Where a tenant's users come from. The order of constants is stored. */
public enum UserManagement {
    /** Administrators make users by hand. */
    MANUAL,
    /** Identity providers push users by SCIM. */
    SCIM,
    /** Usher imports users from a directory (LDAP, Active Directory). */
    DIRECTORY
}
