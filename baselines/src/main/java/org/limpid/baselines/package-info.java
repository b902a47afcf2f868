/**
 * Methods of other libraries behind the interfaces of {@code interpret}, so that a comparison is
 * one loop.
 */
package org.limpid.baselines;
