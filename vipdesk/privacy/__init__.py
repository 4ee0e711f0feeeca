"""What a client may ask of the club about their own data, and what the club must not keep.

Dossier, corrections, restriction, erasure with a record that outlives a restore, retention.

Must not: decide how long the law lets something be kept: periods and reasons are data in
`resources/privacy`, and a lawyer confirms them.
"""
