/** The profiling stage of Lucid, in which short jobs end and long ones show what they are. */
package org.limpid.profiler;
