package org.vitrine.fd;

/**
 * Says what {@link FdInspector} found a descriptor to be.
 *
 * <p>It tells of the open file, so it holds for every duplicate too.
 */
public sealed interface InspectedFd permits SealedMemfd, OtherMemfd, DmaBufFd, RefusedFd {}
