import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Native<P> = P & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { ref?: Ref<HTMLAnchorElement> }

const AnchorElement = (props: Native<AnchorProps>) => <Anchor {...props} />
const ButtonElement = (props: Native<ButtonProps>) => <Button component="a" {...props} />

/** A typed link to a page of the app, styled as an anchor. */
export const AnchorLink = createLink(AnchorElement)
/** A typed link to a page of the app, styled as a button. */
export const ButtonLink = createLink(ButtonElement)
