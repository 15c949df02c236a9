package com.interspace.ticketing.adapter.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.interspace.chassis.refusal.Invalid;
import com.interspace.ticketing.attachment.FileTooLarge;
import com.interspace.ticketing.attachment.MeasuredStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file as it has arrived, completely and on disk, so that a slow sender keeps no ticket and no connection waiting.
 * Name and digest are what tells two requests apart.
 */
record UploadedFile(String fileName, String sha256, @JsonIgnore Path content) {

    static UploadedFile of(FileUpload part) throws IOException {
        if (part == null) {
            throw new Invalid("file", "is required: one part of multipart/form-data with a file name");
        }
        try (MeasuredStream bytes =
                new MeasuredStream(Files.newInputStream(part.uploadedFile()), FileTooLarge.LARGEST)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return new UploadedFile(part.fileName(), bytes.sha256(), part.uploadedFile());
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(content);
    }
}
