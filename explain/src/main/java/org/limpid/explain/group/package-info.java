/** Stories of many jobs: what the jobs of a user or of a virtual cluster waited for. */
package org.limpid.explain.group;
