package io.github.releasesync.artifact;

public final class Artifact {}
