/** Numbers, times and sentences of stories. */
package org.limpid.explain.text;
