/** What wrong estimates cost: waiting times attributed to jobs that were ordered wrongly. */
package org.limpid.explain.audit;
