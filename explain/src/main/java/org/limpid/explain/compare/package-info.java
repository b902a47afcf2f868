/** Where two policies differ, job by job and cause by cause. */
package org.limpid.explain.compare;
