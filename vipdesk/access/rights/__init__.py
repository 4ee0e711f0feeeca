"""The matrix as PostgreSQL understands it: roles, grants, policies, procedures, and their check.

Must not: invent a rule. What a role may do stands in `access.matrix`; here it becomes SQL.
"""
