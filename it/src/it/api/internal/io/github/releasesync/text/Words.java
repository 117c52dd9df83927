package io.github.releasesync.text;

public final class Words {}
