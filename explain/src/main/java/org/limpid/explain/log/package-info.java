/** Decision logs as files. */
package org.limpid.explain.log;
