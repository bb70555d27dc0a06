/** Several nodes over one database, and a database that comes and goes: what holds then. */
package dev.usher.cluster;
